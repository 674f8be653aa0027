/** The pages through which a person comes in: password, code, link. */
package fr.hubee.portal.signin;
