/**
 * The portal as the client of the services that work in it: it fetches their cases, as their software would do.
 *
 * <p>Start with {@link fr.hubee.reception.PortalReceptionService}.
 */
package fr.hubee.reception;
