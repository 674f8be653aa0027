/** A password hash that costs little, which stands in for the real one on the server that most tests share. */
package fr.hubee.it.hash;
