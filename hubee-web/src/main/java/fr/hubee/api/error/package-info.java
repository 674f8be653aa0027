/** The contract's errors (specification §4.3): one body, one mapper per kind. */
package fr.hubee.api.error;
