/** How people come in, and how long they stay. */
package fr.hubee.it.signin;
