/** Organisations in the API. */
package fr.hubee.api.organization;
