/** The API for partners' software (specification §4): it converts requests; the rules are in the services. */
package fr.hubee.api;
