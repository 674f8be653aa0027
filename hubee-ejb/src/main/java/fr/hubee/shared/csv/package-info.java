/** CSV files: those that people send, and those that a spreadsheet opens. */
package fr.hubee.shared.csv;
