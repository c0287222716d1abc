print("minutario")
