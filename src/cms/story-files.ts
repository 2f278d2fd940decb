/** How Decap finds the records of contributions, whoever writes them. */
export const STORY_FILES = {
  name: 'stories',
  folder: 'content/stories',
  path: '{{slug}}/story',
  extension: 'md',
  format: 'record',
  slug: '{{fields.id}}',
  identifier_field: 'title',
  summary: '{{title}}',
  sortable_fields: ['title'],
} as const;
