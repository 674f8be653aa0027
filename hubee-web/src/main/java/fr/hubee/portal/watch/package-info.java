/** « À surveiller »: what nobody opens, software that has become silent, what ends soon. */
package fr.hubee.portal.watch;
