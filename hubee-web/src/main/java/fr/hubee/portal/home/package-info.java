/** The first page after sign-in. */
package fr.hubee.portal.home;
