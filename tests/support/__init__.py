"""What several test rooms share: a real queue, a real server, clients that speak the contract."""
