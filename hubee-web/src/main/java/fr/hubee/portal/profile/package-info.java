/** The user's own account: identity, password, second factor. */
package fr.hubee.portal.profile;
