/** The pages for signing in: password, code, link. */
package fr.hubee.portal.signin;
