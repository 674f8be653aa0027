/** Tests of the built EAR, on the real server and the real database. */
package fr.hubee.it;
