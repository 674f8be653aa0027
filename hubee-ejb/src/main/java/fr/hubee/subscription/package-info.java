/** Which organisation receives which démarche, and how. */
package fr.hubee.subscription;
