/** The démarches: who owns them, what may be attached, how long things are kept. */
package fr.hubee.process;
