import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { isZone, parseZone } from '../../../domain/time/zone.ts'
import { zoneSchema } from '../../../domain/time/zone-schema.ts'

describe('zones', () => {
  it.each(['Europe/Warsaw', 'UTC', 'Australia/Lord_Howe', 'America/New_York'])('knows %s', (name) => {
    expect(isZone(name)).toBe(true)
  })

  it.each(['', '+02:00', '-05:00', 'Europe/Warszawa', 'CET+1', 'now'])('refuses %j', (name) => {
    expect(isZone(name)).toBe(false)
  })

  it('spells a zone as the database does', () => {
    expect(parseZone('europe/warsaw')).toBe('Europe/Warsaw')
  })

  it('says which zone is unknown and what to write instead', () => {
    expect(() => parseZone('Mars/Olympus')).toThrow(AppError)
    expect(zoneSchema.safeParse('+02:00').error?.issues[0]?.message).toMatch(/"\+02:00".*Europe\/Warsaw/)
  })
})
