/** Tests against the EAR as built, on the real server and the real database. */
package fr.hubee.it;
