/** Parts that all operations share: the caller, the JSON, the validation of requests, and the contract's errors. */
package fr.hubee.api.http;
