/** Text and data mining is reserved for the whole site (W3C TDM Reservation Protocol). */
export function GET(): Response {
  return Response.json([{ location: '/', 'tdm-reservation': 1 }]);
}
