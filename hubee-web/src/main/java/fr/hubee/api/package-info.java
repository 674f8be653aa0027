/** The API that partners' software speaks (specification §4): it translates, the services decide. */
package fr.hubee.api;
