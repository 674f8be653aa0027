/** Shares the connections to the database: ordinary work leaves some of them free for what everybody needs first. */
package fr.hubee.shared.connection;
