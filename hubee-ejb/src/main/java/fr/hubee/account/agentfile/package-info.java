/** A CSV file of agents, as a town hall's spreadsheet saves it. */
package fr.hubee.account.agentfile;
