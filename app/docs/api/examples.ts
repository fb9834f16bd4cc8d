/** What can be pasted into a shell; KEY and ALERT are the reader's own. */
export const createKeyExample = `npm run admin -- create-key --name till --scope transactions:write --scope alerts:read --scope alerts:write
export KEY=wa_...`

const headers = `-H "Authorization: Bearer $KEY" -H 'Content-Type: application/json'`
const base = 'http://127.0.0.1:3000/api/v1'

export const firstCallExample = `curl -s ${base}/transactions \\
  ${headers} \\
  -d '{
    "id": "pay-1001",
    "customer": {"ref": "anna", "language": "pl"},
    "occurredAt": "2026-03-01T14:30:00+01:00",
    "channel": "transfer",
    "money": {"amount": "100000.00", "currency": "PLN"},
    "payee": {"ref": "PL61109010140000071219812874", "name": "Jan Nowak"}
  }'`

/** By method and path. */
export const callExamples: Readonly<Record<string, string>> = {
  'POST /transactions': firstCallExample,
  'POST /transactions/batch': `curl -sN ${base}/transactions/batch -H "Authorization: Bearer $KEY" \\
  -H 'Content-Type: application/x-ndjson' --data-binary @many.ndjson`,
  'POST /transactions/test': `curl -s ${base}/transactions/test ${headers} -d @one.json`,
  'GET /alerts': `curl -s "${base}/alerts?from=2026-03-01T00:00:00Z&status=open&limit=20" -H "Authorization: Bearer $KEY"`,
  'GET /alerts/{id}': `curl -s ${base}/alerts/$ALERT -H "Authorization: Bearer $KEY"`,
  'POST /alerts/{id}/confirmation': `curl -s ${base}/alerts/$ALERT/confirmation ${headers} \\
  -H 'Idempotency-Key: call-77' -d '{"outcome": "mistake", "channel": "phone", "by": "Ewa"}'`,
  'GET /health/ready': `curl -s ${base}/health/ready`,
}
