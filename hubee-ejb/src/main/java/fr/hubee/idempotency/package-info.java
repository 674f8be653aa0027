/** Idempotent requests (draft-ietf-httpapi-idempotency-key-header). */
package fr.hubee.idempotency;
