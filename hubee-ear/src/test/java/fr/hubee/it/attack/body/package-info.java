/** Attacks with bodies: without end, very slow, or large enough to fill the disk. */
package fr.hubee.it.attack.body;
