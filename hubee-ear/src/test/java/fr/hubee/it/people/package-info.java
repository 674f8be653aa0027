/** Tests of sign-in, sessions and accounts. */
package fr.hubee.it.people;
