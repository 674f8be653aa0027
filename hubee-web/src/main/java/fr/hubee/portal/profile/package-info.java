/** A person's own account: who she is, how she proves it. */
package fr.hubee.portal.profile;
