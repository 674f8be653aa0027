/** The credentials of partners' software and the access tokens they are given (specification §4.2). */
package fr.hubee.token;
