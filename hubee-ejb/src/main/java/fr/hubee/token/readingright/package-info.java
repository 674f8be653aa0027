/**
 * The rights of the national administrator's software to read the files of télédossiers. Start with
 * {@link fr.hubee.token.readingright.ReadingRight}.
 */
package fr.hubee.token.readingright;
