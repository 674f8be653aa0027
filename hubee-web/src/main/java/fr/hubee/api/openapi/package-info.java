/** The contract we serve, as OpenAPI. */
package fr.hubee.api.openapi;
