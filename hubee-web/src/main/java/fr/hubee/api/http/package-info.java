/** What all operations have in common: the caller, the JSON, the validation of requests, and the contract's errors. */
package fr.hubee.api.http;
