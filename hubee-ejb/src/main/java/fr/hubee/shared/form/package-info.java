/** What the forms of different features have in common. */
package fr.hubee.shared.form;
