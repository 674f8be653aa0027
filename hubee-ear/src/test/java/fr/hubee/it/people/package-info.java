/** How people come in, how long they stay, and their accounts. */
package fr.hubee.it.people;
