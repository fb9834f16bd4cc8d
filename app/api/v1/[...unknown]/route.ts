import { unknownRoute } from '@/server/rest/routes/unknown-route.ts'

export {
  unknownRoute as DELETE,
  unknownRoute as GET,
  unknownRoute as PATCH,
  unknownRoute as POST,
  unknownRoute as PUT,
}
