/** The door of REST: what pages may use of it. Routes of app/api/v1 take their handlers from server/rest/routes. */
export { openApiDocument, type OpenApiDocument } from './open-api-document.ts'
