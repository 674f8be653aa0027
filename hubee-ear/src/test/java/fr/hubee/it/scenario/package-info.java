/** Stories: one for each sequence of the specification (§5), as the partners' software would tell it. */
package fr.hubee.it.scenario;
