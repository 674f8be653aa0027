/** Who may call what: every actor and scope, every method of every service, one's own organisation and a foreign one. */
package fr.hubee.it.rights;
