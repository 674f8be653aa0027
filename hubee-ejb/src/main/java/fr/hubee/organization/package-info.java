/** Who takes part in the exchange. */
package fr.hubee.organization;
