/** What all operations have in common: the caller, the JSON, the validation of requests. */
package fr.hubee.api.http;
