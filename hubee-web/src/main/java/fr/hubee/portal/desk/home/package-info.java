/** The first page after sign-in, « À faire », and « À surveiller ». */
package fr.hubee.portal.desk.home;
