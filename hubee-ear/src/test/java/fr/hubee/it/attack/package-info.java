/** What a hostile stranger, a curious insider or a careless client tries; each test fails when its remedy is taken out. */
package fr.hubee.it.attack;
