"""The Accueil server: live queue, lasting records, HTTP, Socket.IO and the staff pages."""
