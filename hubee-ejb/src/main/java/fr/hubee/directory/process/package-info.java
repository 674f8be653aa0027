/** The démarches: their owner, what may be attached, how long data is kept. */
package fr.hubee.directory.process;
