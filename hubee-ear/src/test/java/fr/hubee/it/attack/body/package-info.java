/** Bodies that have no end, take for ever, or fill the disk. */
package fr.hubee.it.attack.body;
