/** HTTP code that the API and the portal share: headers of every answer, well-formed requests, the address and identifier of the caller, the contract. */
package fr.hubee.http;
