/** Requests that may be sent again without being done again (draft-ietf-httpapi-idempotency-key-header). */
package fr.hubee.idempotency;
